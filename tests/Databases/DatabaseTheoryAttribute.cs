using Xunit;
using Xunit.Sdk;

namespace FlowEngine.Databases;

/// <summary>As <see cref="DatabaseFactAttribute"/>, for each row of data: the database's name stands before what the row gives.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FlowEngine.Databases.DatabaseTheoryDiscoverer", "FlowEngine.Databases")]
public sealed class DatabaseTheoryAttribute : FactAttribute;
