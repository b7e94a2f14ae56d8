using FlowEngine.Chat.Refusals;

namespace FlowEngine.Api.FlowTests;

/// <summary>What a stored test may be called.</summary>
internal static class FlowTestName
{
    public const int MaxLength = 64;

    /// <summary>The address beside the tests'.</summary>
    public const string FromConversation = "from-conversation";

    /// <summary>What is wrong with the name, or null.</summary>
    public static FieldError? Fault(string? name)
    {
        var isGood = name is { Length: > 0 and <= MaxLength } && name[0] != '-' && name != FromConversation
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        return isGood
            ? null
            : new("/name", "invalid_name", $"A test's name has 1 to {MaxLength} of a-z, 0-9 and -, does not begin with -, and is not '{FromConversation}'.");
    }
}
