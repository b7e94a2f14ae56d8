using FlowEngine.Checking.Rules;
using FlowEngine.Drawflow;

namespace FlowEngine.Checking;

/// <summary>Finds the mistakes in a flow before a user does.</summary>
public static class FlowChecker
{
    /// <summary>A document without errors of these rules can be run.</summary>
    private static readonly ICheckRule[] s_toWalk =
    [
        new StartRule(),
        new NodeTypeRule(),
        new ConfigurationRule(),
        new PortRule(),
        new FanOutRule(),
        new JumpTargetRule(),
        new SubFlowRule(),
        new OutgoingHostRule(),
        new ReachableRule(),
        new EndReachableRule(),
    ];

    private static readonly ICheckRule[] s_toPublish =
    [
        new NoErrorPortRule(),
        new RetryRule(),
        new ResetInSubFlowRule(),
        new ModuleUseRule(),
        new NoModelRule(),
        new ReadOnlyMemberRule(),
        new SecretRule(),
        new LinkSchemeRule(),
        new NoTimeoutRule(),
        new AttemptLimitRule(),
        new MissingLanguageRule(),
        new PlaceholderRule(),
        new SingleBraceRule(),
        new PersonalDataRule(),
        new ConstantConditionRule(),
        new CoveredCaseRule(),
        new SwitchDefaultRule(),
    ];

    private static readonly IPathRule[] s_ofWalks =
    [
        new EndlessCycleRule(),
        new RecursionRule(),
        new UnsetReadRule(),
        new SilentTurnRule(),
        new WriterTypesRule(),
        new ConditionTypesRule(),
        new StaleGuardRule(),
        new UnreadVariableRule(),
    ];

    /// <summary>Never throws on any text.</summary>
    /// <param name="extraRules">Rules of other assemblies, which run after the built-in ones.</param>
    public static CheckResult Check(string json, CheckContext context, IEnumerable<ICheckRule>? extraRules = null) =>
        Check(DrawflowReader.Read(json), context, extraRules);

    /// <param name="extraRules">Rules of other assemblies, which run after the built-in ones.</param>
    public static CheckResult Check(DrawflowReading reading, CheckContext context, IEnumerable<ICheckRule>? extraRules = null) =>
        Check(reading, context, [.. s_toWalk, .. s_toPublish, .. extraRules ?? []], s_ofWalks);

    /// <summary>The rules needed to run a version that was published: a rule added later never stops it.</summary>
    public static CheckResult CheckToWalk(string json, CheckContext context) => Check(DrawflowReader.Read(json), context, s_toWalk, []);

    private static CheckResult Check(DrawflowReading reading, CheckContext context, ICheckRule[] rules, IPathRule[] ofWalks)
    {
        List<Finding> problems = [.. reading.Problems.Select(FromProblem)];
        if (reading.Document is not { } document)
        {
            return new(problems, null, null);
        }

        var model = FlowModelBuilder.Build(document, context);
        var (found, work) = Run(model, rules, ofWalks);
        List<Finding> findings = document.Modules.All(module => module.Edges.Count == module.ConfirmedEdges.Count)
            ? [.. problems, .. found]
            : Consequences.LeaveOut(problems, found, Run(model.WithOneEndedConnections(), rules, ofWalks).Found);
        if (document.Variant != document.Shape)
        {
            // Pointers lead into the text that holds the document, where a patch cannot be applied.
            findings = [.. findings.Select(finding => finding with { Edits = [] })];
        }

        var starts = Starts(model);
        var failed = findings.Any(finding => finding.Severity == Severity.Error);
        return new(
            findings,
            failed ? null : new CheckedDocument(model, starts),
            starts.GetValueOrDefault(DrawflowDocument.HomeName))
        { Work = work };
    }

    private static (List<Finding> Found, int Work) Run(FlowModel model, ICheckRule[] rules, IPathRule[] ofWalks)
    {
        List<Finding> found = [.. rules.SelectMany(rule => rule.Check(model))];
        if (ofWalks.Length == 0)
        {
            return (found, 0);
        }

        var analysis = new FlowAnalysis(model);
        found.AddRange(ofWalks.SelectMany(rule => rule.Check(analysis)));
        if (analysis.Facts.IsCut)
        {
            found.Add(TooLargeToAnalyse.Report("where each variable is set, and to which type of value"));
        }

        return (found, analysis.Work);
    }

    private static Dictionary<string, string> Starts(FlowModel model)
    {
        var starts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var module in model.Modules)
        {
            if (StartFinder.Candidates(module, model.Context.StartNodeId) is [var start])
            {
                starts[module.Name] = start;
            }
        }

        return starts;
    }

    private static Finding FromProblem(DocumentProblem problem) =>
        new(
            problem.Code.ToText(),
            problem.IsError ? Severity.Error : Severity.Warning,
            problem.NodeId,
            problem.Pointer,
            problem.Message,
            problem.Fix)
        { Edits = problem.Edits };
}
