using System.Net;
using System.Text.Json;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>What engineers read of comparisons, and the rules that they give.</summary>
public sealed class ComparisonEndpointTests(ComparisonEndpointTests.Shop shop) : IClassFixture<ComparisonEndpointTests.Shop>
{
    private readonly HttpClient _client = shop.World.Service.Client("demo-engineer");

    [Fact]
    public async Task List_ByResult_ShowsTheTenantsOwnNewestFirst()
    {
        var list = await JsonAsync("/api/comparisons?kind=ab&result=mismatched");

        var items = list.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([2, 1], items.Select(item => item.GetProperty("seq").GetInt32()));
        Assert.All(items, item => Assert.Equal("ab", item.GetProperty("kind").GetString()));
        Assert.Equal(0, (await JsonAsync("/api/comparisons", "demo-en-engineer")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Detail_HasBothAnswersAndEveryStepOfTheLadder()
    {
        var id = (await JsonAsync("/api/comparisons?kind=ab")).GetProperty("items")[0].GetProperty("id").GetString();

        var detail = await JsonAsync($"/api/comparisons/{id}");

        Assert.Equal("v1", detail.GetProperty("control").GetProperty("engine").GetString());
        Assert.Equal("v2", detail.GetProperty("candidate").GetProperty("engine").GetString());
        Assert.Equal(8, detail.GetProperty("verdict").GetProperty("steps").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/api/comparisons/{id}", "demo-en-engineer")).StatusCode);
    }

    [Fact]
    public async Task Exports_HaveEveryComparisonOnce()
    {
        var csv = await (await GetAsync("/api/comparisons/export.csv")).Content.ReadAsStringAsync();
        var lines = await (await GetAsync("/api/comparisons/export.ndjson")).Content.ReadAsStringAsync();

        Assert.Equal(5, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var ids = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!).ToList();
        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Contains(id, csv, StringComparison.Ordinal));
        var columns = csv.Split("\r\n")[0].Split(',').ToList();
        foreach (var line in csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')))
        {
            var isBetween = line[columns.IndexOf("kind")] == "ab";
            Assert.Equal(isBetween, line[columns.IndexOf("excess_ms")].Length > 0);
            Assert.Equal(isBetween ? "" : "against_itself", line[columns.IndexOf("time_withheld")]);
        }
    }

    [Fact]
    public async Task Summary_AddsUp()
    {
        var summary = await JsonAsync("/api/comparisons/summary");

        Assert.Equal(4, summary.GetProperty("turns").GetInt32());
        var window = summary.GetProperty("window");
        Assert.InRange(DateTimeOffset.UtcNow - window.GetProperty("from").GetDateTimeOffset(), TimeSpan.FromDays(29), TimeSpan.FromDays(31));
        Assert.Equal(4, summary.GetProperty("results").EnumerateArray().Sum(one => one.GetProperty("count").GetInt32()));
        Assert.Equal(4, summary.GetProperty("groups").EnumerateArray().Sum(one => one.GetProperty("turns").GetInt32()));
    }

    [Theory]
    [InlineData("day")]
    [InlineData("hour")]
    public async Task Series_HasThePointsOfTheTenant(string by)
    {
        var points = (await JsonAsync($"/api/comparisons/series?by={by}&from={DateTimeOffset.UtcNow.AddDays(-2):yyyy-MM-dd}T00:00:00Z")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(2, points.Sum(point => point.GetProperty("turns").GetInt32()));
        Assert.Equal(2, points.Sum(point => point.GetProperty("differs").GetInt32()));
        Assert.All(points, point => Assert.Contains("fewer than 10", point.GetProperty("rate").GetProperty("missing").GetString(), StringComparison.Ordinal));
        Assert.Equal(0, (await JsonAsync("/api/comparisons/series", "demo-en-engineer")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Clusters_LeadToTheirComparisons()
    {
        var clusters = (await JsonAsync("/api/comparisons/clusters")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(2, clusters.Sum(cluster => cluster.GetProperty("count").GetInt32()));
        foreach (var cluster in clusters)
        {
            var those = (await JsonAsync($"/api/comparisons?kind=ab&cluster={Uri.EscapeDataString(cluster.GetProperty("key").GetString()!)}")).GetProperty("items");
            Assert.Equal(cluster.GetProperty("count").GetInt32(), those.GetArrayLength());
            Assert.Contains(those.EnumerateArray(), one => one.GetProperty("id").GetGuid() == cluster.GetProperty("worstId").GetGuid()
                && one.GetProperty("severity").GetString() == cluster.GetProperty("severity").GetString());
        }

        Assert.Equal(0, (await JsonAsync("/api/comparisons/clusters", "demo-en-engineer")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Gate_OnAFewConversations_HasNotEnoughData()
    {
        Assert.Equal("not_enough_data", (await JsonAsync("/api/comparisons/gate?tenant=demo&to=live")).GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/api/comparisons/gate?tenant=demo-en")).StatusCode);
    }

    [Fact]
    public async Task Report_IsAPageByItself_OfTheCallersTenant()
    {
        var answer = await GetAsync("/api/comparisons/report.html");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("4 comparisons of 1 conversations", page, StringComparison.Ordinal);
        Assert.Contains("There is not enough data for the gate.", page, StringComparison.Ordinal);
        Assert.Contains("V1 said", page, StringComparison.Ordinal);
        Assert.Contains("City: ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("0 comparisons of 0", await (await GetAsync("/api/comparisons/report.html", "demo-en-engineer")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GetAsync("/api/comparisons/report.html?mode=both")).StatusCode);
    }

    [Theory]
    [InlineData("/api/comparisons?result=wrong", "'result' is one of pending, abandoned, matched")]
    [InlineData("/api/comparisons?severity=bad", "'severity' is one of none, minor, major, blocking")]
    [InlineData("/api/comparisons?next=x", "'next' is not a cursor of this list")]
    [InlineData("/api/comparisons/summary?from=2020-01-01T00:00:00Z", "longer than 366 days")]
    [InlineData("/api/comparisons/report.html?from=2020-01-01T00:00:00Z", "longer than 366 days")]
    [InlineData("/api/comparisons?from=2020-01-01T00:00:00Z", "longer than 366 days")]
    [InlineData("/api/comparisons/gate?from=2020-01-01T00:00:00Z", "longer than 366 days")]
    [InlineData("/api/comparisons/summary?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z", "before it begins")]
    [InlineData("/api/comparisons/export.csv?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z", "before it begins")]
    [InlineData("/api/comparisons/series?by=week", "'by' is 'day' or 'hour'")]
    [InlineData("/api/comparisons/series?by=hour", "At most 400 points")]
    [InlineData("/api/comparisons/clusters?from=2020-01-01T00:00:00Z", "longer than 366 days")]
    [InlineData("/api/comparisons/gate?to=further", "'to' is one of off, shadow, live")]
    [InlineData("/api/comparisons/gate?from=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z", "before it begins")]
    public async Task BadQuestion_IsRefusedByName(string path, string said)
    {
        var answer = await GetAsync(path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparisons_WithADesignKey_AreForbidden() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("/api/comparisons", "demo-design")).StatusCode);

    [Fact]
    public async Task IgnoreRules_AreAddedListedAndRemoved_AndTwoForOneDifferenceAreRefused()
    {
        var added = await AddAsync("""{"owner":"ada","reason":"V1 says the price twice","expires":"2999-01-01T00:00:00Z","field":"entities.amounts"}""");
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var id = JsonDocument.Parse(await added.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetInt64();

        var second = await AddAsync("""{"owner":"ada","reason":"all","expires":"2999-01-01T00:00:00Z","field":"entities.*"}""");
        Assert.Contains("can cover the same difference", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Equal(1, (await JsonAsync("/api/comparisons/ignore-rules")).GetProperty("items").GetArrayLength());

        Assert.Equal(HttpStatusCode.NotFound, (await shop.World.Service.Client("demo-en-engineer").DeleteAsync($"/api/comparisons/ignore-rules/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _client.DeleteAsync($"/api/comparisons/ignore-rules/{id}")).StatusCode);
        Assert.Equal(0, (await JsonAsync("/api/comparisons/ignore-rules")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"owner":"a","reason":"b","field":"failure"}""", "/expires")]
    [InlineData("""{"owner":"a","reason":"b","expires":"2020-01-01T00:00:00Z","field":"failure"}""", "/expires")]
    [InlineData("""{"reason":"b","expires":"2999-01-01T00:00:00Z","field":"failure"}""", "/owner")]
    [InlineData("""{"owner":"a","reason":"b","expires":"2999-01-01T00:00:00Z","field":"nonsense"}""", "/field")]
    [InlineData("""{"owner":"a","reason":"b","expires":"2999-01-01T00:00:00Z","field":"failure","value":"(a"}""", "/value")]
    [InlineData("""{"owner":"a","reason":"b","expires":"2999-01-01T00:00:00Z","feild":"failure"}""", "/feild")]
    public async Task IgnoreRule_WithAFault_IsRefusedAtItsField(string body, string pointer)
    {
        var answer = await AddAsync(body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var errors = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
        Assert.Contains(errors.EnumerateArray(), error => error.GetProperty("pointer").GetString() == pointer);
    }

    private Task<HttpResponseMessage> AddAsync(string body) =>
        _client.PostAsync("/api/comparisons/ignore-rules", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

    private Task<HttpResponseMessage> GetAsync(string path, string key = "demo-engineer") => shop.World.Service.Client(key).GetAsync(path);

    private async Task<JsonElement> JsonAsync(string path, string key = "demo-engineer")
    {
        var answer = await GetAsync(path, key);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>One service with a conversation of two turns, each compared both ways.</summary>
    public sealed class Shop : IAsyncLifetime
    {
        internal ComparedShop World { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            World = await ComparedShop.StartAsync(null, "FlowEngine:Comparisons:AgainstItself=100");
            await World.Shop.SetAsync("shadow");
            await World.SayAsync("merhaba", "s");
            await World.SayAsync("en ucuz forklift hangisi?", "s");
            await World.SettleAsync();
        }

        public async Task DisposeAsync() => await World.DisposeAsync();
    }
}
