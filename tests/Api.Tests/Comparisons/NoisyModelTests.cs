using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>A model that chooses its words, dawdles and fails at times: by a seed, so that every run draws the same.</summary>
public sealed class NoisyModelTests
{
    private const int Seed = 71;
    private const int Conversations = 80;

    private static readonly string[][] s_words =
    [
        ["Elbette", "Tabii"], ["gösterdiğiniz", "duyduğunuz"], ["ürünümüz", "modelimiz"], ["güzel", "uygun"],
    ];

    [Fact]
    public async Task SameNoisyModelBehindBothEngines_IsNoExcess()
    {
        await using var shop = await ComparedShop.ToldAsync(AnswerAsync, null, "--FlowEngine:Comparisons:AgainstItself=100");
        await shop.Shop.PublishAsync(FlowDocuments.Document((1, "ai_response", new { }, [2]), (2, "end", new { }, [])));
        await shop.Shop.SetAsync("shadow");
        await Parallel.ForAsync(0, Conversations, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            await shop.SayAsync($"soru {number}a", $"s{number}");
            await shop.SayAsync($"soru {number}b", $"s{number}");
        });
        await shop.SettleAsync();

        var summary = await shop.Service.Api("demo-engineer").GetAsync("/api/comparisons/summary");
        var mode = Assert.Single(summary.GetProperty("modes").EnumerateArray().ToList());
        var rates = mode.GetProperty("rates");
        Assert.Equal(2 * 2 * Conversations, summary.GetProperty("turns").GetInt32());
        Assert.InRange(Value(rates, "floor"), 0.15, 0.7);
        Assert.InRange(Value(rates, "v1Failures"), 0.005, 0.1);
        var excess = rates.GetProperty("excess").GetProperty("interval");
        Assert.InRange(0, excess.GetProperty("low").GetDouble(), excess.GetProperty("high").GetDouble());
        Assert.Equal(0, await shop.CountAsync("severity = 'blocking' AND result = 'mismatched'"));
        Assert.True(await shop.CountAsync("result = 'candidate_failed'") > 0 && await shop.CountAsync("result = 'control_failed'") > 0);
    }

    private static double Value(JsonElement rates, string name) => rates.GetProperty(name).GetProperty("value").GetDouble();

    private static async Task<string> AnswerAsync(ToldCall call, CancellationToken cancellationToken)
    {
        var draws = SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed} {call.Number} {call.Context.SystemPrompt} {call.Message}"));
        await Task.Delay(draws[31] % 8, cancellationToken);
        var failure = draws[30] < 256 * 0.03;
        var words = s_words.Select((choice, i) => choice[draws[i] % choice.Length]).ToArray();
        return failure
            ? throw new HttpRequestException("busy")
            : $"{words[0]}, en çok {words[1]} {words[2]} bugün mağazamızda 12.500 TL fiyatla size sunuluyor ve kargo ücreti olmadan hemen adresinize geliyor, sizin için {words[3]} mu acaba?";
    }
}
