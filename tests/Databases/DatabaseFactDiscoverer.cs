using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlowEngine.Databases;

public sealed class DatabaseFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        DatabaseCases.Of(messages, discoveryOptions, testMethod, []);
}
