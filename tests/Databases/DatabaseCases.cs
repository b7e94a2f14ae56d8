using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlowEngine.Databases;

/// <summary>One case for each database.</summary>
internal static class DatabaseCases
{
    public static IEnumerable<IXunitTestCase> Of(
        IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method, object?[] row) =>
        DatabaseNames.All.Select(name => new DatabaseCase(
            messages, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, [name, .. row]));
}
