namespace FlowEngine.Drawflow;

/// <summary>The shapes in which Drawflow documents, and what is mistaken for them, occur.</summary>
public enum DrawflowVariant
{
    /// <summary><c>{"drawflow":{"Home":{"data":{…}}}}</c>: the editor's export.</summary>
    Standard,
    /// <summary>The export with other members next to <c>drawflow</c>.</summary>
    StandardWithSideKeys,
    /// <summary><c>{"Home":{"data":{…}}}</c>.</summary>
    BareModules,
    /// <summary><c>{"drawflow":{"1":{"inputs":…}}}</c>: nodes where modules belong.</summary>
    NodeMapUnderDrawflow,
    /// <summary><c>{"1":{"inputs":…}}</c>.</summary>
    BareNodeMap,
    /// <summary>A list of nodes, at the root or as <c>data</c> of a wrapper.</summary>
    NodeArray,
    /// <summary><c>{"drawflow":{}}</c>.</summary>
    EmptyDrawflow,
    /// <summary><c>drawflow</c>, or another member, is a text that holds the document.</summary>
    DrawflowInString,
    /// <summary>The whole document is one text, as a JSON or program literal, escaped once or more.</summary>
    DocumentInString,
    /// <summary>No flow yet.</summary>
    Empty,
    /// <summary><c>{"nodes":[…],"edges":[…]}</c>: not Drawflow.</summary>
    LegacyFlowData,
    /// <summary><c>{"nodes":{…},"edges":[{"from":…,"to":…}]}</c>: not Drawflow.</summary>
    CallFlow,
    NotDrawflow,
    NotJson,
    /// <summary>Not looked at, because of a limit, a duplicate name or an unusable character.</summary>
    Refused,
}
