package dev.parley.administration.monitoring;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Shows the node's figures as an MBean. */
@ApplicationScoped
public class PublishedBean {
  private static final Logger LOG = Logger.getLogger(PublishedBean.class.getName());
  private static final String NAME = "dev.parley:type=Figures";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private ShownFigures shown;

  void publish(NodeFigures node, Counters counts) {
    shown = new ShownFigures(node, counts);
    try {
      ObjectName name = new ObjectName(NAME);
      forget(name);
      server.registerMBean(new StandardMBean(shown, FiguresMXBean.class, true), name);
    } catch (JMException e) {
      LOG.log(Level.WARNING, "The figures cannot be shown as an MBean", e);
    }
  }

  void follow(NodeFigures node, Counters counts) {
    shown.follow(node, counts);
  }

  @PreDestroy
  void withdraw() {
    try {
      forget(new ObjectName(NAME));
    } catch (JMException e) {
      LOG.log(Level.WARNING, "The MBean of the figures stays behind", e);
    }
  }

  /** Removes what an earlier deployment may have left. */
  private void forget(ObjectName name) throws JMException {
    try {
      server.unregisterMBean(name);
    } catch (InstanceNotFoundException e) {
      LOG.log(Level.FINE, "No MBean of the figures was there", e);
    }
  }
}
