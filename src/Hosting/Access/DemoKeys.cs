using FlowEngine.Conversations;

namespace FlowEngine.Hosting.Access;

/// <summary>Keys that Development makes and everybody knows: a database that it filled may be served in Production later.</summary>
internal static class DemoKeys
{
    public const string Operator = "demo-operator";

    private static readonly HashSet<string> s_all =
        [.. Tenants.SelectMany(tenant => Enum.GetValues<AccessScope>().Select(scope => Of(tenant, scope))), Operator];

    public static IReadOnlyList<string> Tenants => ["demo", "demo-en"];

    public static string Of(string tenant, AccessScope scope) => $"{tenant}-{EnumNames.For(scope)}";

    public static bool Has(string key) => s_all.Contains(key);
}
