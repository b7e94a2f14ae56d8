using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>Why an answer was refused.</summary>
internal enum AnswerFault
{
    None,
    Missing,
    Unreadable,
    TooSmall,
    TooLarge,
    WrongPattern,
}

/// <summary>What came of an answer.</summary>
internal readonly record struct AnswerReading(Value Value, AnswerFault Fault)
{
    public bool IsAccepted => Fault == AnswerFault.None;

    public static AnswerReading Accept(Value value) => new(value, AnswerFault.None);

    public static AnswerReading Refuse(AnswerFault fault) => new(Value.Null, fault);
}
