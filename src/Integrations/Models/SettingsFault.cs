namespace FlowEngine.Integrations.Models;

/// <param name="Pointer">JSON pointer into the settings; empty for all of them.</param>
/// <param name="Detail">One sentence that never repeats a value: it may be a secret.</param>
public sealed record SettingsFault(string Pointer, string Code, string Detail);
