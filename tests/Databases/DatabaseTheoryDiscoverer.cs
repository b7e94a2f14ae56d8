using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlowEngine.Databases;

/// <summary>Takes rows that the attributes of the method hold themselves.</summary>
public sealed class DatabaseTheoryDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        testMethod.Method.GetCustomAttributes(typeof(InlineDataAttribute))
            .SelectMany(data => (object?[])data.GetConstructorArguments().Single() is { } row
                ? DatabaseCases.Of(messages, discoveryOptions, testMethod, row)
                : []);
}
