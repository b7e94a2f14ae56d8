using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlowEngine.Databases;

/// <summary>One case for each database.</summary>
internal static class DatabaseCases
{
    public static IEnumerable<IXunitTestCase> Of(
        IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method, object?[] row) =>
        DatabaseNames.All.Select(name => Case(messages, options, method, [name, .. row], DatabaseNames.WhySkipped(name)));

    private static IXunitTestCase Case(
        IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method, object?[] arguments, string? skipped)
    {
        var display = options.MethodDisplayOrDefault();
        var displayOptions = options.MethodDisplayOptionsOrDefault();
        return skipped is null
            ? new XunitTestCase(messages, display, displayOptions, method, arguments!)
            : new XunitSkippedDataRowTestCase(messages, display, displayOptions, method, skipped, arguments!);
    }
}
