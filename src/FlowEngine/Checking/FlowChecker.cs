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
    public static CheckResult Check(string json, CheckContext context) => Check(DrawflowReader.Read(json), context);

    public static CheckResult Check(DrawflowReading reading, CheckContext context) => Check(reading, context, [.. s_toWalk, .. s_toPublish, .. context.ExtraRules], s_ofWalks);

    /// <summary>The rules needed to run a version that was published: a rule added later never stops it.</summary>
    public static CheckResult CheckToWalk(string json, CheckContext context) => Check(DrawflowReader.Read(json), context, s_toWalk, []);

    private static CheckResult Check(DrawflowReading reading, CheckContext context, ICheckRule[] rules, IPathRule[] ofWalks)
    {
        var findings = reading.Problems.Select(FromProblem).ToList();
        if (reading.Document is null)
        {
            return new(findings, null, null);
        }

        var model = FlowModelBuilder.Build(reading.Document, context);
        foreach (var rule in rules)
        {
            findings.AddRange(rule.Check(model));
        }

        var work = 0;
        if (ofWalks.Length > 0)
        {
            var analysis = new FlowAnalysis(model);
            findings.AddRange(ofWalks.SelectMany(rule => rule.Check(analysis)));
            if (analysis.Facts.IsCut)
            {
                findings.Add(TooLargeToAnalyse.Report("where each variable is set, and to which type of value"));
            }

            work = analysis.Work;
        }

        var starts = Starts(model);
        var failed = findings.Any(finding => finding.Severity == Severity.Error);
        return new(
            findings,
            failed ? null : new CheckedDocument(model, starts),
            starts.GetValueOrDefault(ModuleModel.HomeName))
        { Work = work };
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
            problem.Fix);
}
