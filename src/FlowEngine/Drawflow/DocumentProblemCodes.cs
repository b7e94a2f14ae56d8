using System.Text.Json;

namespace FlowEngine.Drawflow;

public static class DocumentProblemCodes
{
    /// <summary>The stable snake_case text, such as <c>duplicate_id</c>.</summary>
    public static string ToText(this DocumentProblemCode code) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());

    /// <summary>Whether it blocks publishing.</summary>
    public static bool IsError(this DocumentProblemCode code) => code switch
    {
        DocumentProblemCode.IdMismatch
            or DocumentProblemCode.IdBreaksEditor
            or DocumentProblemCode.MissingMember
            or DocumentProblemCode.ClassBreaksEditor
            or DocumentProblemCode.DataIsArray
            or DocumentProblemCode.PortGap
            or DocumentProblemCode.OneEndedConnection
            or DocumentProblemCode.DuplicateConnection
            or DocumentProblemCode.NumericReference => false,
        _ => true,
    };
}
