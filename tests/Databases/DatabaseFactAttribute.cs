using Xunit;
using Xunit.Sdk;

namespace FlowEngine.Databases;

/// <summary>A test that runs once on each database, whose name is its first argument. One that is not installed is shown as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FlowEngine.Databases.DatabaseFactDiscoverer", "FlowEngine.Databases")]
public sealed class DatabaseFactAttribute : FactAttribute;
