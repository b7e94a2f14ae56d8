using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Tests.Stages;

public sealed class TurnRouterTests
{
    [Theory]
    [InlineData(Stage.Off, EngineName.V1, null, null)]
    [InlineData(Stage.Shadow, EngineName.V1, EngineName.V2, null)]
    [InlineData(Stage.Live, EngineName.V2, EngineName.V1, EngineName.V1)]
    [InlineData(Stage.Rampdown, EngineName.V2, null, EngineName.V1)]
    [InlineData(Stage.Complete, EngineName.V2, null, null)]
    public void Route_ByStage_IsTheTable(Stage stage, EngineName engine, EngineName? candidate, EngineName? fallback) =>
        Assert.Equal(new TurnPlan(engine, candidate, fallback), TurnRouter.Route(stage, asked: null));

    [Fact]
    public void Route_ByName_IsThatEngineAlone()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            Assert.Equal(new TurnPlan(EngineName.V1), TurnRouter.Route(stage, EngineName.V1));
            Assert.Equal(new TurnPlan(EngineName.V2), TurnRouter.Route(stage, EngineName.V2));
        }
    }

    [Fact]
    public void StageText_IsReadAsItIsWritten() =>
        Assert.All(Enum.GetValues<Stage>(), stage => Assert.Equal(stage, StageNames.Read(StageNames.Of(stage))));
}
