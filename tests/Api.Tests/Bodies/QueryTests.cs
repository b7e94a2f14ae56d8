using System.Net;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Bodies;

public sealed class QueryTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Theory]
    [InlineData("/api/flows?nex=1", "nex", "unknown_parameter", "'next'")]
    [InlineData("/api/comparisons?stages=off", "stages", "unknown_parameter", "'stage'")]
    [InlineData("/api/comparisons?from=yesterday", "from", "invalid", "a time")]
    [InlineData("/api/comparisons?conversationId=7", "conversationId", "invalid", "an id")]
    [InlineData("/api/flows/shop-assistant/versions?archived=yes", "archived", "invalid", "true or false")]
    [InlineData("/api/flows/shop-assistant/diff?from=first", "from", "invalid", "a whole number")]
    [InlineData("/api/flows/shop-assistant/diff?from=1&from=2", "from", "repeated", "once")]
    [InlineData("/api/chat/messages", "conversationId", "missing", "'conversationId'")]
    [InlineData("/api/admin/settings?verbose=1", "verbose", "unknown_parameter", "no query")]
    [InlineData("/api/health?x%00=1", "x?", "nul_character", "NUL")]
    public async Task Query_ThatIsWrong_IsRefusedAndSaysWhatIsRight(string path, string parameter, string code, string right)
    {
        var refused = (await service.GetAsync(path, "demo-admin")).Expect(HttpStatusCode.UnprocessableEntity);

        var error = refused["errors"].EnumerateArray().First();
        Assert.Equal((parameter, code), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
        Assert.Contains(right, error.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_WithSeveralFaults_NamesAll()
    {
        var refused = (await service.GetAsync("/api/comparisons?from=x&to=y&colour=red", "demo-engineer")).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["colour", "from", "to"], refused["errors"].EnumerateArray().Select(error => error.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/api/comparisons?From=2026-01-01T00:00:00Z&RESULT=matched")]
    [InlineData("/api/flows?next=")]
    [InlineData("/api/flows/shop-assistant/versions?archived=TRUE")]
    public async Task Query_ThatCanBeRead_IsTaken(string path) =>
        (await service.GetAsync(path, "demo-admin")).Expect(HttpStatusCode.OK);

    /// <summary>Who may not call is told so before what is wrong with the query.</summary>
    [Fact]
    public async Task Query_OfWhoMayNotCall_IsNotLookedAt() =>
        (await service.GetAsync("/api/flows?nex=1", null)).Expect(HttpStatusCode.Unauthorized);
}
