using BenchmarkDotNet.Attributes;
using FlowEngine.Conversations;

namespace FlowEngine.Benchmarks;

/// <summary>What no engine can go below: a loop over as many awaited steps, and what the steps themselves must make.</summary>
public class FloorBenchmarks
{
    private readonly Dictionary<string, Value> _variables = new(StringComparer.Ordinal) { ["x"] = Value.Of("1") };

    [Params("loop", "loop+dictionary", "messages")]
    public string Type { get; set; } = "";

    [Params(13, 200, 1_000)]
    public int Steps { get; set; }

    [Benchmark]
    public Task<int> Floor() => Type switch
    {
        "loop" => LoopAsync(),
        "loop+dictionary" => DictionaryAsync(),
        _ => MessagesAsync(),
    };

    private async Task<int> LoopAsync()
    {
        var sum = 0;
        for (var i = 0; i < Steps; i++)
        {
            sum += await StepAsync(i);
        }

        return sum;
    }

    private async Task<int> DictionaryAsync()
    {
        var sum = 0;
        for (var i = 0; i < Steps; i++)
        {
            sum += _variables["x"].Text!.Length;
            _variables["y"] = Value.Of((decimal)await StepAsync(i));
        }

        return sum;
    }

    /// <summary>The messages that as many message nodes make, and nothing else.</summary>
    private async Task<int> MessagesAsync()
    {
        var turn = Guid.Empty;
        var made = new List<Message>();
        for (var i = 0; i < Steps; i++)
        {
            made.Add(new() { Id = $"{turn:N}-{await StepAsync(i)}", Role = MessageRole.Assistant, Content = "A text of a few words." });
        }

        return made.Count;
    }

    private static ValueTask<int> StepAsync(int i) => new(i);
}
