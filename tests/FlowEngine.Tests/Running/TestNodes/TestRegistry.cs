using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

/// <summary>Node types of the tests' own, so that the engine is tested apart from the built-in ones.</summary>
internal static class TestRegistry
{
    public static NodeRegistry Make(FlakyNode? flaky = null) => new(
    [
        new WelcomeNode(), new SayNode(), new AskNode(), new ChooseNode(), new BoomNode(), flaky ?? new FlakyNode(), new SlowNode(),
        new LeadNode(), new MarkNode(), new CorrectNode(), new CallNode(), new JumpNode(), new SetNode(), new FindNode(), new ModelNode(),
        new EndNode(),
    ]);
}
