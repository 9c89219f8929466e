package dev.parley.chat.attachment;

import java.util.UUID;

/**
 * An attachment as the members of its conversation see it.
 *
 * @param size in bytes
 * @param width in pixels as the picture is shown; null, like the height, of what has no thumbnail
 */
public record AttachmentView(
    UUID id, String name, String mediaType, long size, Integer width, Integer height) {}
