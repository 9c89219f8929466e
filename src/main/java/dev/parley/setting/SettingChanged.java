package dev.parley.setting;

/** An administrator has changed a setting, or returned it to what is configured. */
public record SettingChanged(String key) {}
