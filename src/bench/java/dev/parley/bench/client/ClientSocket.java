package dev.parley.bench.client;

import dev.parley.bench.measure.BenchmarkFailure;
import dev.parley.bench.measure.Faults;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One WebSocket of the client; that the server closes it is a fault. */
public final class ClientSocket extends SimpleChannelInboundHandler<WebSocketFrame> {
  private final URI address;
  private final Faults faults;
  private final CompletableFuture<ClientSocket> opened = new CompletableFuture<>();
  private volatile Consumer<String> listener = text -> {};
  private volatile boolean closing;
  private Channel channel;

  ClientSocket(URI address, Faults faults) {
    this.address = address;
    this.faults = faults;
  }

  CompletableFuture<ClientSocket> opened() {
    return opened;
  }

  void connected(Future<? super Void> attempt) {
    if (!attempt.isSuccess()) {
      opened.completeExceptionally(attempt.cause());
    }
  }

  /** Has every text frame from now on handed to this listener, on the client's thread. */
  public void onText(Consumer<String> newListener) {
    listener = newListener;
  }

  public void send(String text) {
    channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
  }

  public CompletableFuture<Void> close() {
    closing = true;
    CompletableFuture<Void> closed = new CompletableFuture<>();
    channel.close().addListener(done -> closed.complete(null));
    return closed;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      channel = context.channel();
      opened.complete(this);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame text) {
      listener.accept(text.text());
    } else if (frame instanceof CloseWebSocketFrame close && isOpen()) {
      faults.report(
          "the server closed " + address + ": " + close.statusCode() + " " + close.reasonText());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    opened.completeExceptionally(new BenchmarkFailure(address + " was closed while opening"));
    if (isOpen()) {
      faults.report("the connection to " + address + " was lost");
    }
  }

  /** Whether it was opened once and we have not closed it. */
  private boolean isOpen() {
    return !opened.isCompletedExceptionally() && !closing;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    opened.completeExceptionally(cause);
    if (isOpen()) {
      faults.report("a client failed at " + address + ": " + cause);
    }
    context.close();
  }
}
