package dev.parley.bench.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.bench.measure.BenchmarkFailure;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One HTTP/1.1 connection that is kept alive, with one call at a time, made on the client's thread;
 * the server ends it after some hundred calls, and then the next call opens it anew.
 */
public final class RestLine {
  private final URI server;
  private final Function<ChannelHandler, ChannelFuture> connect;
  private Channel channel;
  private CompletableFuture<Answer> pending;
  private String pendingCall;

  RestLine(URI server, Function<ChannelHandler, ChannelFuture> connect) {
    this.server = server;
    this.connect = connect;
  }

  /** What the server said. */
  public record Answer(String call, int status, String body) {

    /**
     * The body's JSON.
     *
     * @throws BenchmarkFailure when the call was not answered with this status
     */
    public JsonObject json(int... expected) {
      require(expected);
      try (JsonReader reader = Json.createReader(new StringReader(body))) {
        return reader.readObject();
      }
    }

    /**
     * Sees that the call was answered with one of these statuses.
     *
     * @throws BenchmarkFailure when not
     */
    public Answer require(int... expected) {
      for (int good : expected) {
        if (status == good) {
          return this;
        }
      }
      throw new BenchmarkFailure(call + " was answered with " + status + ": " + body);
    }
  }

  /**
   * Makes a call; the one before it must have been answered.
   *
   * @param path below the server's address
   * @param token the access token, or null
   * @param body JSON, or null
   */
  public CompletableFuture<Answer> call(String method, String path, String token, String body) {
    if (pending != null) {
      throw new IllegalStateException("a call is under way");
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    pending = answer;
    pendingCall = method + " " + path;
    FullHttpRequest request = request(method, path, token, body);
    if (channel != null && channel.isActive()) {
      channel.writeAndFlush(request);
    } else {
      ChannelFuture attempt = connect.apply(new Answers());
      channel = attempt.channel();
      attempt.addListener(
          done -> {
            if (done.isSuccess()) {
              channel.writeAndFlush(request);
            } else {
              fail(done.cause());
            }
          });
    }
    return answer;
  }

  private FullHttpRequest request(String method, String path, String token, String body) {
    byte[] content = body == null ? new byte[0] : body.getBytes(UTF_8);
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(method),
            path,
            Unpooled.wrappedBuffer(content));
    request.headers().set(HttpHeaderNames.HOST, server.getHost() + ":" + server.getPort());
    if (token != null) {
      request.headers().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
    }
    if (body != null) {
      request.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
    }
    HttpUtil.setContentLength(request, content.length);
    return request;
  }

  private void fail(Throwable cause) {
    CompletableFuture<Answer> waiting = pending;
    pending = null;
    if (waiting != null) {
      waiting.completeExceptionally(cause);
    }
  }

  public void close() {
    if (channel != null) {
      channel.close();
    }
  }

  /** Takes the answers of one connection. */
  private final class Answers extends SimpleChannelInboundHandler<FullHttpResponse> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
      Answer answer =
          new Answer(pendingCall, response.status().code(), response.content().toString(UTF_8));
      CompletableFuture<Answer> waiting = pending;
      pending = null;
      if (!HttpUtil.isKeepAlive(response)) {
        channel = null;
        context.close();
      }
      waiting.complete(answer);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (context.channel() == channel) {
        fail(new BenchmarkFailure("The server ended the connection of " + pendingCall));
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      fail(cause);
      context.close();
    }
  }
}
