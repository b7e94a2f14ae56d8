using System.Net;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Stages;

public sealed class StagePreviewTests : IAsyncLifetime
{
    private const string Path = "/api/admin/stages/demo";

    private ServiceFixture _service = null!;

    public async Task InitializeAsync() => _service = await ServiceFixture.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Preview_OfEveryChange_AgreesWithThePut()
    {
        foreach (var from in new[] { "off", "shadow", "live", "rampdown", "complete" })
        {
            foreach (var to in new[] { "off", "shadow", "live", "rampdown", "complete" })
            {
                (await _service.PutAsync(Path, new { stage = from, reason = "A test." }, "demo-engineer")).Expect(HttpStatusCode.OK);
                var preview = (await PreviewAsync($"stage={to}")).Expect(HttpStatusCode.OK);
                var changed = await _service.PutAsync(Path, new { stage = to }, "demo-engineer");

                Assert.True(preview["allowed"].GetBoolean());
                Assert.True(preview["needsReason"].GetBoolean() == (changed.Status == HttpStatusCode.UnprocessableEntity), $"{from} to {to}: {preview.Text}");
                Assert.Equal(preview["needsReason"].GetBoolean(), preview["rules"].GetArrayLength() > 0);
                Assert.Equal(from == to ? 0 : 100, preview["percentMoved"].GetInt32());
            }
        }
    }

    [Fact]
    public async Task Preview_ChangesNothing_AndCountsTheSessionsThatItWouldMove()
    {
        (await _service.PutAsync(Path, new { stage = "shadow", reason = "A test." }, "demo-engineer")).Expect(HttpStatusCode.OK);
        for (var i = 0; i < 40; i++)
        {
            (await _service.PostAsync("/api/chat/messages", new { content = "merhaba", sessionId = $"s{i}" })).Expect(HttpStatusCode.OK);
        }

        var half = (await PreviewAsync("stage=live&percentage=50")).Expect(HttpStatusCode.OK);
        var all = (await PreviewAsync("stage=live")).Expect(HttpStatusCode.OK);

        Assert.Equal("shadow", (await _service.GetAsync(Path, "demo-engineer"))["stage"].GetString());
        Assert.Equal((50, 40), (half["percentMoved"].GetInt32(), half["sessions"].GetInt32()));
        Assert.InRange(half["sessionsMoved"].GetInt32(), 5, 35);
        Assert.Equal((100, 40), (all["percentMoved"].GetInt32(), all["sessionsMoved"].GetInt32()));
        Assert.Equal("not_enough_data", all["gate"].GetProperty("verdict").GetString());
        Assert.Equal("gate", Assert.Single(all["rules"].EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Preview_OfATenantThatIsNotReady_IsNotAllowed()
    {
        (await _service.DeleteAsync("/api/flows/shop-assistant", "demo-design")).Expect(HttpStatusCode.Conflict);
        using (var connection = _service.Database.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "UPDATE tenant_conversation_flows SET is_active = 0";
            command.ExecuteNonQuery();
        }

        _service.Clock.Advance(TimeSpan.FromSeconds(2));
        var preview = (await PreviewAsync("stage=shadow")).Expect(HttpStatusCode.OK);

        Assert.False(preview["allowed"].GetBoolean());
        Assert.Contains(preview["rules"].EnumerateArray(), rule => rule.GetProperty("code").GetString() == "not_ready");
        Assert.Equal("stage_not_ready", (await _service.PutAsync(Path, new { stage = "shadow", reason = "x" }, "demo-engineer")).Expect(HttpStatusCode.Conflict).Code);
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("stage=further", HttpStatusCode.UnprocessableEntity)]
    [InlineData("stage=live&percentage=101", HttpStatusCode.UnprocessableEntity)]
    [InlineData("stage=complete&percentage=50", HttpStatusCode.UnprocessableEntity)]
    public async Task Preview_OfWhatIsNoChange_IsRefused(string query, HttpStatusCode status) => (await PreviewAsync(query)).Expect(status);

    [Fact]
    public async Task Preview_ByOthers_IsRefused()
    {
        (await _service.GetAsync($"{Path}/preview?stage=live", "demo-design")).Expect(HttpStatusCode.Forbidden);
        (await _service.GetAsync($"{Path}/preview?stage=live", "demo-en-engineer")).Expect(HttpStatusCode.NotFound);
    }

    private Task<ServiceAnswer> PreviewAsync(string query) => _service.GetAsync($"{Path}/preview?{query}", "demo-engineer");
}
