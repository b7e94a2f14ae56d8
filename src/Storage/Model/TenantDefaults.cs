namespace FlowEngine.Storage.Model;

/// <summary>What a tenant of the legacy system begins with: that system says nothing of these.</summary>
public static class TenantDefaults
{
    public const string Currency = "TRY";
    public const string TimeZone = "Europe/Istanbul";

    public static IReadOnlyList<string> Languages { get; } = ["tr", "en"];
}
