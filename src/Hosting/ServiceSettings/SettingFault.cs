namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>A setting that cannot be used. Its value is never part of it: it may be a secret.</summary>
/// <param name="Key">As configuration names it, such as <c>FlowEngine:Limits:MaxSeconds</c>.</param>
/// <param name="What">What is wrong and how to fix it; follows the key in one sentence.</param>
public sealed record SettingFault(string Key, string What)
{
    public override string ToString() => $"{Key} {What}";
}
