using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlowEngine.Databases;

/// <summary>A test on one database: shown as skipped where that one is not installed.</summary>
public sealed class DatabaseCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For the runner, which then reads the case.")]
    public DatabaseCase()
    {
    }

    public DatabaseCase(
        IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, object?[] arguments)
        : base(messages, display, options, method, arguments!)
    {
    }

    /// <summary>By which a filter finds all that one database must do: <c>--filter Database=mysql</c>.</summary>
    protected override void Initialize()
    {
        base.Initialize();
        Traits.Add("Database", [(string)TestMethodArguments[0]]);
    }

    /// <summary>Of the first argument: this is asked before a constructor of ours could keep anything.</summary>
    protected override string GetSkipReason(IAttributeInfo factAttribute) => DatabaseNames.WhySkipped((string)TestMethodArguments[0])!;
}
