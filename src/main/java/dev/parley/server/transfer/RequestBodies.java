package dev.parley.server.transfer;

import dev.parley.base.payara.HttpListeners;
import dev.parley.base.payara.ListenersOpened;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.RequestOrigin;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpBrokenContent;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Takes in every request before a thread is given to it: a call begins when its body is whole, and
 * a client that sends slowly keeps nobody waiting and is given up in the end.
 */
@ApplicationScoped
public class RequestBodies {
  private static final Logger LOG = Logger.getLogger(RequestBodies.class.getName());
  private static final Attribute<IncomingRequest> CURRENT =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(RequestBodies.class.getName());

  /** Answers that a client leaves unread before it asks for more. */
  private static final int MOST_UNREAD = 128 * 1024;

  /**
   * Bytes of an answer that the system may hold for a client that does not read; by itself it holds
   * megabytes, and for a client that reads slowly they are fetched for nothing.
   */
  private static final int SEND_BUFFER = 128 * 1024;

  /** Bytes of an answer that wait for the system to take them. */
  private static final int MOST_QUEUED = 16 * 1024;

  @Inject private Transfers transfers;
  @Inject private BodySizes sizes;
  @Inject private Jsonb jsonb;

  @Inject
  @ConfigProperty(name = "parley.trusted-proxies")
  private Optional<String> trustedProxies;

  private final BaseFilter heads = new Heads();
  private final BaseFilter bodies = new Bodies();
  private final List<FilterChain> chains = new ArrayList<>();

  void begin(@Observes ListenersOpened opened) {
    try {
      for (FilterChain chain : HttpListeners.chains()) {
        int codec = chain.indexOfType(HttpCodecFilter.class);
        if (codec < 0 || chains.contains(chain)) {
          continue;
        }
        chain.add(codec + 1, bodies);
        chain.add(codec, heads);
        chains.add(chain);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.WARNING, "Clients that send slowly hold threads of the server", e);
    }
  }

  @PreDestroy
  void end() {
    chains.forEach(chain -> chain.removeAll(List.of(heads, bodies)));
  }

  private IncomingRequest next(Connection<?> connection) {
    IncomingRequest request = new IncomingRequest(connection, this::giveUp);
    CURRENT.set(connection, request);
    return request;
  }

  private void giveUp(IncomingRequest request) {
    transfers.end(request);
    refuse(request.connection(), new DomainException(CommonCode.TOO_SLOW));
  }

  private void refuse(Connection<?> connection, DomainException refusal) {
    RawAnswer.refuse(connection, jsonb, refusal);
  }

  private void forget(Connection<?> connection) {
    IncomingRequest request = CURRENT.remove(connection);
    if (request != null) {
      request.finish();
      transfers.end(request);
    }
  }

  /** Sees the bytes of a request before they are understood. */
  private final class Heads extends BaseFilter {
    @Override
    public NextAction handleAccept(FilterChainContext ctx) throws IOException {
      if (ctx.getConnection() instanceof NIOConnection tcp
          && tcp.getChannel() instanceof SocketChannel socket) {
        socket.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        tcp.setMaxAsyncWriteQueueSize(MOST_QUEUED);
      }
      return ctx.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext ctx) {
      Connection<?> connection = ctx.getConnection();
      IncomingRequest request = CURRENT.get(connection);
      if (request == null) {
        request = next(connection);
        transfers.beginHead(request);
      }
      Buffer bytes = ctx.getMessage();
      if (request.isHeadless()) {
        request.receive(bytes.remaining());
        ctx.setMessage(trimmed(bytes));
      }
      return ctx.getInvokeAction();
    }

    /** A call keeps its head to its end; the server reads into far more than that takes. */
    private static Buffer trimmed(Buffer bytes) {
      byte[] head = new byte[bytes.remaining()];
      bytes.get(head);
      bytes.tryDispose();
      return Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, head);
    }

    @Override
    public NextAction handleClose(FilterChainContext ctx) {
      forget(ctx.getConnection());
      return ctx.getInvokeAction();
    }
  }

  /** Sees the request and each piece of its body. */
  private final class Bodies extends BaseFilter {
    @Override
    public NextAction handleRead(FilterChainContext ctx) throws IOException {
      if (!(ctx.getMessage() instanceof HttpContent content)
          || !(content.getHttpHeader() instanceof HttpRequestPacket head)) {
        return ctx.getInvokeAction();
      }
      Connection<?> connection = ctx.getConnection();
      IncomingRequest request = CURRENT.get(connection);
      if (request == null || !request.isOf(head)) {
        request = begin(connection, request, head, content.isLast());
      }
      if (request.isGathered() && !HttpBrokenContent.isBroken(content)) {
        return gather(ctx, request, content);
      }
      if (request.isOver()) {
        return ctx.getStopAction();
      }
      if (content.isLast() && !head.isUpgrade()) {
        forget(connection);
      }
      return ctx.getInvokeAction();
    }

    private NextAction gather(FilterChainContext ctx, IncomingRequest request, HttpContent piece)
        throws IOException {
      synchronized (request) {
        if (request.isOver()) {
          return ctx.getStopAction();
        }
        boolean tooLarge = request.add(piece.getContent());
        if (!tooLarge && !piece.isLast()) {
          return ctx.getStopAction();
        }
        // What is too large is refused by the call, which does not wait for the rest.
        ctx.setMessage(request.release(piece.isLast()));
      }
      transfers.end(request);
      if (piece.isLast()) {
        forget(ctx.getConnection());
      }
      return ctx.getInvokeAction();
    }
  }

  private static DomainException tooMany() {
    return new DomainException(CommonCode.TOO_MANY_REQUESTS).retryAfter(Duration.ofSeconds(5));
  }

  private IncomingRequest begin(
      Connection<?> connection, IncomingRequest begun, HttpRequestPacket head, boolean whole) {
    IncomingRequest request = begun != null && begun.isHeadless() ? begun : next(connection);
    transfers.end(request);
    request.setHead(head);
    if (leavesAnswersUnread(connection)) {
      request.finish();
      connection.closeSilently();
    } else if (!whole && !head.isUpgrade()) {
      expectBody(request, head);
    }
    return request;
  }

  private static boolean leavesAnswersUnread(Connection<?> connection) {
    return connection instanceof NIOConnection tcp
        && tcp.getAsyncWriteQueue().spaceInBytes() > MOST_UNREAD;
  }

  private void expectBody(IncomingRequest request, HttpRequestPacket head) {
    BodyKind kind =
        BodyKind.of(
            head.getMethod().getMethodString(), head.getRequestURI(), head.getContentType());
    long most = sizes.most(kind);
    boolean refused = head.getContentLength() > most;
    if (refused || kind != BodyKind.JSON && head.getHeader("Authorization") == null) {
      // The call refuses it without reading.
      return;
    }
    request.gather(address(head), most);
    if (!transfers.beginBody(request)) {
      request.finish();
      refuse(request.connection(), tooMany());
    } else if (head.requiresAcknowledgement()) {
      RawAnswer.sendMore(request.connection());
    }
  }

  private String address(HttpRequestPacket head) {
    List<String> forwarded = new ArrayList<>();
    head.getHeaders().values("X-Forwarded-For").forEach(forwarded::add);
    return RequestOrigin.address(head.getRemoteAddress(), forwarded, trustedProxies.orElse(""));
  }
}
