using Microsoft.Extensions.Configuration;

namespace FlowEngine.Hosting;

/// <summary>The bare setting <c>CHAT_DISABLED</c>, as an environment variable has it.</summary>
internal static class ChatSwitch
{
    public const string Name = "CHAT_DISABLED";

    /// <returns>Null where the value is neither yes nor no.</returns>
    public static bool? IsOff(IConfiguration configuration) => configuration[Name]?.Trim().ToLowerInvariant() switch
    {
        null or "" or "0" or "false" or "no" or "off" => false,
        "1" or "true" or "yes" or "on" => true,
        _ => null,
    };
}
