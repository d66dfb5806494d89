package social.roost.base.config;

/** The effective value of a key and its origin. */
record EffectiveSetting(SettingDefinition definition, Object value, Source source) {}
