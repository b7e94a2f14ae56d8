namespace FlowEngine.Moving.Rules;

/// <summary>Why a row was not carried, or what was found in it.</summary>
public static class MovingCodes
{
    public const string NoTenant = "no_tenant";
    public const string NoId = "no_id";
    public const string Orphan = "orphan";
    public const string ConversationRefused = "conversation_refused";
    public const string NoContent = "no_content";
    public const string UnknownRole = "unknown_role";
    public const string NoKey = "no_key";
    public const string NoValue = "no_value";
    public const string UnknownType = "unknown_type";
    public const string KeyTaken = "key_taken";
    public const string NameTaken = "name_taken";
    public const string TooLong = "too_long";
    public const string UnknownNodeType = "unknown_node_type";
    public const string SwitchesDiffer = "switches_differ";
    public const string NoFlow = "no_flow";
    public const string ChangedHere = "changed_here";
    public const string MessagesChanged = "messages_changed";
    public const string SourceChanged = "source_changed";

    public const string NoSession = "no_session";
    public const string BrokenHistory = "broken_state_history";
    public const string SessionMade = "session_made";
    public const string SessionTooLong = "session_too_long";
    public const string DuplicateSession = "duplicate_session";
    public const string BrokenMetadata = "broken_metadata";
    public const string BrokenContext = "broken_context";
    public const string ContextPartly = "context_partly";
    public const string HistoryLeft = "state_history_left";
    public const string LongHistory = "long_state_history";
    public const string DoubleEncoded = "double_encoded";
    public const string UnknownFlow = "unknown_flow";
    public const string UnknownPrompt = "unknown_prompt";
    public const string NoTime = "no_time";
    public const string ValueNotOfType = "value_not_of_type";
    public const string SecretLeft = "secret_left";
    public const string SwitchedOff = "switched_off";
    public const string Decisions = "decisions";
    public const string CheckErrors = "check_errors";
}
