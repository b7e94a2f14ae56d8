using FlowEngine.Hosting.Access;

namespace FlowEngine.Hosting.Demo;

/// <summary>Where to go, for whoever has just started the service in Development.</summary>
public static class DemoWelcome
{
    private const string Shop = "demo-en";

    /// <param name="address">Where the service listens.</param>
    public static string For(string address)
    {
        var reachable = Reachable(address);
        return $$"""

            FlowEngine serves at {{reachable}}

              API pages    {{reachable}}/docs
              demo shops   {{string.Join(", ", DemoKeys.Tenants)}}
              keys         {{string.Join(", ", Enum.GetValues<AccessScope>().Select(scope => DemoKeys.Of(Shop, scope)))}}; {{DemoKeys.Operator}}

            Ask something:

              curl -s {{reachable}}/api/v2/chat/messages \
                -H 'Authorization: Bearer {{DemoKeys.Of(Shop, AccessScope.Chat)}}' -H 'Content-Type: application/json' \
                -d '{"content": "What does the warranty cover?", "sessionId": "me"}' | grep -o '"content":"[^"]*"'


            """.ReplaceLineEndings();
    }

    /// <summary>A wildcard is an address to listen at, not one to call.</summary>
    private static string Reachable(string address) => address
        .Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
        .TrimEnd('/');
}
