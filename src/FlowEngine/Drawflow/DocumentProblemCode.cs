namespace FlowEngine.Drawflow;

/// <summary>What can be wrong with a document, before any node type is looked at.</summary>
public enum DocumentProblemCode
{
    NotJson,
    NotDrawflow,
    /// <summary>An empty text, <c>""</c>, <c>null</c>, <c>{}</c> or <c>[]</c>: no flow yet.</summary>
    Empty,
    TooLarge,
    TooDeep,
    TooManyValues,
    TooManyNodes,
    TextTooLong,
    NulCharacter,
    /// <summary>Bytes that are no UTF-8, or half of a surrogate pair.</summary>
    InvalidText,
    DuplicateName,
    NoHome,
    UnreadableModule,
    UnreadableNode,
    UnusableId,
    DuplicateId,
    IdMismatch,
    IdBreaksEditor,
    /// <summary>A member without which the editor fails to open the document.</summary>
    MissingMember,
    /// <summary>The editor splits <c>class</c> at spaces and fails at an empty part.</summary>
    ClassBreaksEditor,
    DataIsArray,
    DataNotObject,
    UnusablePort,
    PortGap,
    UnreadableConnection,
    DanglingNode,
    DanglingPort,
    OneEndedConnection,
    DuplicateConnection,
    NumericReference,
    /// <summary>The list was cut; an error if an error was cut off.</summary>
    MoreProblems,
}
