using FlowEngine.Chat.Stages;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Api.Tests.Stages;

public sealed class StageSettingTests
{
    private const string Session = "session-";

    private static readonly Stage[] s_shared = [Stage.Shadow, Stage.Live, Stage.Rampdown];

    [Fact]
    public void Of_RaisedPercentage_MovesNoSessionBack()
    {
        var cases = from stage in Gen.Elements(s_shared)
                    from tenant in Gen.Choose(1, 1000)
                    from session in ArbMap.Default.GeneratorFor<NonNull<string>>()
                    from low in Gen.Choose(0, 100)
                    from high in Gen.Choose(low, 100)
                    select (stage, tenant, session.Get, low, high);
        Prop.ForAll(cases.ToArbitrary(), made =>
        {
            var (stage, tenant, session, low, high) = made;
            var before = StageDecision.Of(new(stage, low), StageDecision.Row, tenant, session).Effective;
            var after = StageDecision.Of(new(stage, high), StageDecision.Row, tenant, session).Effective;
            Assert.True(after >= before);
            Assert.InRange(after, stage - 1, stage);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_AllStepsInOrder_MovesNoSessionBack()
    {
        foreach (var session in Enumerable.Range(0, 200).Select(number => $"{Session}{number}"))
        {
            var way = s_shared.SelectMany(stage => Enumerable.Range(0, 101).Select(percentage =>
                StageDecision.Of(new(stage, percentage), StageDecision.Row, 1, session).Effective));
            var reached = Stage.Off;
            foreach (var stage in way.Append(Stage.Complete))
            {
                Assert.True(stage >= reached);
                reached = stage;
            }
        }
    }

    [Fact]
    public void Of_OffAndComplete_IsForAllSessions()
    {
        foreach (var bucket in Enumerable.Range(0, 100))
        {
            Assert.Equal(Stage.Off, new StageSetting(Stage.Off, 0).Of(bucket));
            Assert.Equal(Stage.Complete, new StageSetting(Stage.Complete, 0).Of(bucket));
            Assert.Equal(Stage.Live, new StageSetting(Stage.Live).Of(bucket));
            Assert.Equal(Stage.Shadow, new StageSetting(Stage.Live, 0).Of(bucket));
        }
    }

    [Fact]
    public void Buckets_OfManySessions_AreEvenAndApartFromSamples()
    {
        const int Sessions = 20_000;
        var sessions = Enumerable.Range(0, Sessions)
            .Select(number => (Stage: SessionBucket.OfStage(7, $"{Session}{number}"), Sample: SessionBucket.OfSample(7, $"{Session}{number}")))
            .ToList();

        Assert.All(sessions.CountBy(session => session.Stage), bucket => Assert.InRange(bucket.Value, 100, 300));
        Assert.Equal(100, sessions.CountBy(session => session.Stage).Count());

        // A tenth of the tenth: neither none nor all of it.
        Assert.InRange(sessions.Count(session => session is { Stage: < 10, Sample: < 10 }), 100, 300);
    }

    [Fact]
    public void Buckets_OfOneSession_DifferByTenant() =>
        Assert.True(Enumerable.Range(1, 50).Select(tenant => SessionBucket.OfStage(tenant, Session)).Distinct().Count() > 20);

    [Theory]
    [InlineData(1, "a", 56)]
    [InlineData(2, "b", 23)]
    [InlineData(1, "0191d3a2", 71)]
    public void OfStage_OfKnownSession_StaysWhatItWas(long tenant, string session, int bucket) =>
        Assert.Equal(bucket, SessionBucket.OfStage(tenant, session));
}
