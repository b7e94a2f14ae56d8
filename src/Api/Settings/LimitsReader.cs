using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Settings;

/// <summary>Reads one object of limits. 0 and null set none.</summary>
/// <param name="at">JSON pointer of the object.</param>
internal sealed class LimitsReader(string at, List<FieldError> errors)
{
    private const int MaxAmount = 1_000_000_000;

    public LimitSettings Read(JsonElement value)
    {
        if (!IsObject(value, "maxSteps", "maxSeconds", "maxOutput", "maxTokens", "maxCost", "conversation", "day"))
        {
            return new();
        }

        return new()
        {
            MaxSteps = (int?)Whole(value, "maxSteps", 10_000),
            MaxDuration = Whole(value, "maxSeconds", 600) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            MaxOutput = (int?)Whole(value, "maxOutput", 1_000_000),
            MaxTokens = (int?)Whole(value, "maxTokens", 10_000_000),
            MaxCost = Amount(value),
            Conversation = Usage(value, "conversation"),
            Day = Usage(value, "day"),
        };
    }

    private UsageLimits? Usage(JsonElement limits, string name) =>
        limits.TryGetProperty(name, out var value) ? new LimitsReader($"{at}/{name}", errors).ReadUsage(value) : null;

    private UsageLimits? ReadUsage(JsonElement value)
    {
        if (!IsObject(value, "maxTurns", "maxTokens", "maxCost"))
        {
            return null;
        }

        var limits = new UsageLimits
        {
            MaxTurns = Whole(value, "maxTurns", long.MaxValue),
            MaxTokens = Whole(value, "maxTokens", long.MaxValue),
            MaxCost = Amount(value),
        };
        return limits.IsNone ? null : limits;
    }

    private bool IsObject(JsonElement value, params string[] known)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            if (value.ValueKind != JsonValueKind.Null)
            {
                errors.Add(new(at, "wrong_type", $"'{at[1..]}' must be an object with any of {string.Join(", ", known)}."));
            }

            return false;
        }

        new BodyMembers(value, errors, at).Known(known);
        return true;
    }

    private long? Whole(JsonElement limits, string name, long most)
    {
        if (!TryGet(limits, name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0 && number <= most)
        {
            return number == 0 ? null : number;
        }

        errors.Add(new($"{at}/{name}", "invalid", $"'{name}' must be a whole number from 1 to {most}, or 0 for no limit."));
        return null;
    }

    private decimal? Amount(JsonElement limits)
    {
        if (!TryGet(limits, "maxCost", out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number is >= 0 and <= MaxAmount)
        {
            return number == 0 ? null : number;
        }

        errors.Add(new($"{at}/maxCost", "invalid", $"'maxCost' must be an amount of at most {MaxAmount}, or 0 for no limit."));
        return null;
    }

    private static bool TryGet(JsonElement limits, string name, out JsonElement value) =>
        limits.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
