using System.Text.Json;

namespace FlowEngine.Integrations.Wire;

/// <summary>What a service counted. Members that it does not give, or gives as null, keep what an earlier event said.</summary>
internal sealed class TokenCounts
{
    public int? Input { get; private set; }

    public int? Output { get; private set; }

    public int? Cached { get; private set; }

    public bool IsKnown => Input is not null || Output is not null;

    /// <returns>True where there was something to read.</returns>
    public bool Read(JsonElement? usage)
    {
        var input = usage.Member("prompt_tokens", "input_tokens").Count();
        var output = usage.Member("completion_tokens", "output_tokens").Count();
        var cached = usage.Member("prompt_tokens_details", "input_tokens_details").Member("cached_tokens").Count()
            ?? usage.Member("cache_read_input_tokens", "prompt_cache_hit_tokens", "cached_tokens").Count();
        Input = input ?? Input;
        Output = output ?? Output;
        Cached = cached ?? Cached;
        return input is not null || output is not null || cached is not null;
    }
}
