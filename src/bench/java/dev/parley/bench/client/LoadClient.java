package dev.parley.bench.client;

import dev.parley.bench.measure.BenchmarkFailure;
import dev.parley.bench.measure.Faults;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Everybody's device at once: opens WebSockets and HTTP connections, all on one thread, on which
 * everything that arrives is handled.
 */
public final class LoadClient implements AutoCloseable {
  /** The server's accept backlog is small. */
  private static final int AT_A_TIME = 24;

  private static final int LARGEST_FRAME = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final Faults faults;

  public LoadClient(Faults faults) {
    this.faults = faults;
  }

  public Faults faults() {
    return faults;
  }

  /**
   * Opens a WebSocket.
   *
   * @param token the access token to show, or null
   */
  public CompletableFuture<ClientSocket> open(URI address, String token) {
    HttpHeaders headers = new DefaultHttpHeaders();
    if (token != null) {
      headers.set("Authorization", "Bearer " + token);
    }
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(address)
            .version(WebSocketVersion.V13)
            .customHeaders(headers)
            .handleCloseFrames(false)
            .generateOriginHeader(false)
            .withUTF8Validator(false)
            .maxFramePayloadLength(LARGEST_FRAME)
            .build();
    ClientSocket socket = new ClientSocket(address, faults);
    bootstrap(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel
                    .pipeline()
                    .addLast(new HttpClientCodec(), new HttpObjectAggregator(LARGEST_FRAME))
                    .addLast(new WebSocketClientProtocolHandler(config), socket);
              }
            })
        .connect(address.getHost(), address.getPort())
        .addListener(socket::connected);
    return socket.opened();
  }

  /** HTTP connections to this server, each opened at its first call. */
  public RestLines lines(URI server, int count) {
    return new RestLines(this, IntStream.range(0, count).mapToObj(i -> line(server)).toList());
  }

  private RestLine line(URI server) {
    return new RestLine(
        server,
        handler ->
            bootstrap(
                    new ChannelInitializer<>() {
                      @Override
                      protected void initChannel(SocketChannel channel) {
                        channel
                            .pipeline()
                            .addLast(new HttpClientCodec(), new HttpObjectAggregator(LARGEST_FRAME))
                            .addLast(handler);
                      }
                    })
                .connect(server.getHost(), server.getPort()));
  }

  private Bootstrap bootstrap(ChannelInitializer<SocketChannel> initializer) {
    return new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(initializer);
  }

  /** Does many things, two dozen at a time, and waits until all are done. */
  public <T> List<T> forEach(int count, IntFunction<CompletableFuture<T>> work) {
    return forEach(count, AT_A_TIME, work);
  }

  /** Does many things, some at a time, and waits until all are done. */
  public <T> List<T> forEach(int count, int width, IntFunction<CompletableFuture<T>> work) {
    return await(InTurns.run(count, width, work, loop));
  }

  /** Runs something on the client's thread and waits for its end. */
  public void run(Runnable work) {
    await(CompletableFuture.runAsync(work, loop));
  }

  /** Waits for something; a fault meanwhile, or two minutes, end the run. */
  public <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      faults.check();
      throw new BenchmarkFailure(String.valueOf(e.getCause().getMessage()), e.getCause());
    } catch (TimeoutException e) {
      faults.check();
      throw new BenchmarkFailure("The server did not answer within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailure("The run was interrupted", e);
    }
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
