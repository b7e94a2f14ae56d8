namespace FlowEngine.Architecture.Tests.Sources;

internal static class Breaches
{
    /// <summary>Fails with every breach on a line of its own.</summary>
    public static void None(IEnumerable<string> breaches)
    {
        var found = breaches.ToArray();
        Assert.True(found.Length == 0, $"{found.Length} breaches:\n{string.Join('\n', found)}");
    }
}
