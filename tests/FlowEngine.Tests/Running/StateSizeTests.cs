using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Running;

/// <summary>The bound on what a conversation keeps, to the byte.</summary>
public sealed class StateSizeTests
{
    private const int Few = 10;

    [Fact]
    public async Task State_OfTheLargestSize_IsKeptAndAByteMoreFailsTheTurn()
    {
        var around = (await TurnAsync(Few)).StateJson!.Length - Few;

        var largest = await TurnAsync(ConversationState.MaxBytes - around);
        var larger = await TurnAsync(ConversationState.MaxBytes - around + 1);

        Assert.Null(largest.Failure);
        Assert.Equal(ConversationState.MaxBytes, largest.StateJson!.Length);
        Assert.Equal(FailureCodes.StateTooLarge, larger.Failure!.Code);
        Assert.Equal($"{ConversationState.MaxBytes + 1} of {ConversationState.MaxBytes} bytes", larger.Failure.Cause);
        Assert.Null(larger.StateJson);
        Assert.Equal(["Sorry."], larger.Messages.Select(message => message.Content));
    }

    private static Task<TurnOutcome> TurnAsync(int length) => new Chat($$"""
        a welcome > s
        s set {"name":"x","value":"a","times":{{length}},"scope":"conversation"} > e
        e end
        """).SendAsync("hi");
}
