using System.Collections.Immutable;
using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

/// <summary>How a node waits for the user.</summary>
public interface IWaitingConfiguration
{
    /// <summary>Set when nobody answered in time.</summary>
    ImmutableArray<Assignment> SetsAtTimeout => [];

    /// <summary>False: with this configuration it never waits.</summary>
    bool MayWait => true;

    /// <summary>False: there are cases in which it goes on at once.</summary>
    bool AlwaysWaits => false;

    /// <summary>It goes on at once where this variable has a value, and only then; null: it does not look at one.</summary>
    VariablePath? SkippedIfSet => null;

    /// <summary>It says something whenever it begins to wait.</summary>
    bool Asks => true;

    /// <summary>Null: it waits without a time-out.</summary>
    TimeSpan? Timeout => null;

    /// <summary>The member that sets <see cref="Timeout"/>, relative to the configuration.</summary>
    string TimeoutPointer => "/timeout_minutes";

    /// <summary>Answers that may be refused; null: as many as come.</summary>
    int? MaxAttempts => null;

    /// <summary>False: it takes any answer of a usual length.</summary>
    bool MayRefuse => true;
}

/// <summary>A waiting configuration of which one can try what it makes of an answer.</summary>
public interface IAnsweredConfiguration
{
    /// <summary>Answers of which some are taken; the last resort of who has no better one.</summary>
    IReadOnlyList<string> Examples { get; }

    /// <summary>What becomes of an answer to a tenant of this language; null where it is refused.</summary>
    Value? Read(string answer, string language, DateTimeOffset now);
}
