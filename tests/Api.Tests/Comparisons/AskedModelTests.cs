using System.Text.Json;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>The last steps of the ladder, which ask the tenant's own models.</summary>
public sealed class AskedModelTests
{
    private const string NotAgainstItself = "--FlowEngine:Comparisons:AgainstItself=0";

    private const string One = "Atlas bisikletimiz şehir içi kullanım için tasarlandı, hafif gövdesi sayesinde merdivende kolayca taşınır.";
    private const string Other = "Şehir içi kullanım için tasarlandı Atlas bisikletimiz; gövdesi hafif olduğundan merdivende rahat taşırsınız.";

    [Theory]
    [InlineData("SAME", "SAME", "matched", "none", "judge")]
    [InlineData(" different.", "DIFFERENT", "mismatched", "major", "judge")]
    [InlineData("CONTRADICTING", "CONTRADICTING", "mismatched", "major", "judge")]
    [InlineData("SAME", "DIFFERENT", "inconclusive", "none", "judge")]
    [InlineData("SAME because both are about the bicycle", "SAME", "inconclusive", "none", "judge")]
    [InlineData("throws", "throws", "inconclusive", "none", "judge")]
    [InlineData("hangs", "SAME", "inconclusive", "none", "judge")]
    public async Task Judge_InTheGreyBand_DecidesWhereItAgreesWithItself(string first, string swapped, string result, string severity, string decidedBy)
    {
        var questions = new List<string>();
        await using var shop = await ComparedShop.ToldAsync(
            async (call, token) =>
            {
                if (!call.IsJudge)
                {
                    return One;
                }

                questions.Add(call.Message);
                var answer = questions.Count == 1 ? first : swapped;
                await Task.Delay(answer == "hangs" ? Timeout.Infinite : 0, token);
                return answer == "throws" ? throw new InvalidOperationException("A bug.") : answer;
            },
            null,
            NotAgainstItself,
            "--FlowEngine:Comparisons:Judge=100",
            "--FlowEngine:Comparisons:JudgeSeconds=1");
        await shop.TenantAsync("demo", "shadow", Other);

        var reply = await shop.SayAsync("atlas nasıl?", "s");
        await shop.SettleAsync();

        var pair = await shop.PairAsync(reply);
        Assert.Equal((result, severity, decidedBy), (pair.Result, pair.Severity, pair.DecidedBy));
        Assert.False(pair.Verdict.TryGetProperty("comparatorFault", out _));
        var asked = JsonElement.Parse(questions[0]);
        Assert.Equal((One, Other, "atlas nasıl?"), (asked.GetProperty("first").GetString(), asked.GetProperty("second").GetString(), asked.GetProperty("message").GetString()));
        if (first == "SAME" && swapped == "SAME")
        {
            Assert.Equal(Other, JsonElement.Parse(questions[1]).GetProperty("first").GetString());
            var notes = pair.Step("judge").GetProperty("notes");
            Assert.Equal(("only-1", "1"), (notes.GetProperty("model").GetString(), notes.GetProperty("rubric").GetString()));
            var usage = pair.Verdict.GetProperty("usage");
            Assert.Equal((240, 0.4m, "USD"), (usage.GetProperty("tokens").GetInt32(), usage.GetProperty("cost").GetDecimal(), usage.GetProperty("currency").GetString()));
            Assert.Equal([[1L, 240L]], await shop.Service.RowsAsync("SELECT runs, tokens FROM comparison_usage WHERE tenant_id > 0"));
            Assert.Equal(1, await shop.CountAsync("candidate_tokens = 0 AND candidate_cost IS NULL"));
        }
    }

    [Fact]
    public async Task Judge_WhereNobodyWantsOne_IsNotAsked()
    {
        await using var shop = await ComparedShop.ToldAsync((_, _) => Task.FromResult(One), null, NotAgainstItself);
        await shop.TenantAsync("demo", "shadow", Other);
        var reply = await shop.SayAsync("atlas nasıl?", "s");
        await shop.SettleAsync();

        Assert.Equal("mismatched", (await shop.PairAsync(reply)).Result);
        Assert.Equal("no judge", (await shop.PairAsync(reply)).Step("judge").GetProperty("notes").GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(1f, "matched", "embedding")]
    [InlineData(-1f, "mismatched", "embedding")]
    [InlineData(null, "mismatched", "wording")]
    public async Task EmbeddingModelOfTheTenant_InTheGreyBand_IsAsked(float? likeness, string result, string decidedBy)
    {
        await using var far = await FarModels.StartAsync();
        far.Says = _ => One;
        far.Embeds = text => likeness is null ? null : text == One ? [1, 0] : [likeness.Value, 0];
        await using var shop = await ComparedShop.StartAsync(null, NotAgainstItself, $"--FlowEngine:Ai:Endpoints:0={far.Endpoint}");
        await shop.OnlyModelAsync("demo", "openai", JsonSerializer.Serialize(new { endpoint = far.Endpoint, embedding_model = "small" }));
        await shop.TenantAsync("demo", "shadow", Other);

        var reply = await shop.SayAsync("atlas nasıl?", "s");
        await shop.SettleAsync();

        var pair = await shop.PairAsync(reply);
        Assert.Equal((One, result, decidedBy), (reply.Answer, pair.Result, pair.DecidedBy));
        Assert.False(pair.Verdict.TryGetProperty("comparatorFault", out _));
        Assert.Equal(likeness is null ? 0 : 18, pair.Verdict.TryGetProperty("usage", out var usage) ? usage.GetProperty("tokens").GetInt32() : 0);
    }
}
