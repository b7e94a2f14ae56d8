using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowEngine.Faults;

/// <param name="Fault">The name in the last <c>[NAME#ID]</c> of the body.</param>
internal sealed partial record FaultRequest(Wire Wire, string Fault, string Id)
{
    private const string EndOfHead = "\r\n\r\n";

    /// <returns>Null at the end of the connection.</returns>
    public static async Task<FaultRequest?> ReadAsync(PipeReader input, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var text = Encoding.Latin1.GetString(read.Buffer.ToArray());
            var head = text.IndexOf(EndOfHead, StringComparison.Ordinal);
            var whole = head < 0 ? int.MaxValue : head + EndOfHead.Length + LengthOfBody(text[..head]);
            if (text.Length >= whole)
            {
                input.AdvanceTo(read.Buffer.GetPosition(whole));
                return Parse(text[..whole]);
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }

    private static FaultRequest Parse(string request)
    {
        var path = request.Split(' ', 3)[1];
        var wire = Wire.All.First(known => path.StartsWith($"/{known.Name}", StringComparison.Ordinal));
        var mark = Marks().Matches(request).LastOrDefault();
        return mark is null ? new(wire, Faults.Fault.Well, "") : new(wire, mark.Groups["name"].Value, mark.Groups["id"].Value);
    }

    private static int LengthOfBody(string head)
    {
        var length = Lengths().Match(head);
        return length.Success ? int.Parse(length.Groups["bytes"].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"\[(?<name>\w+)#(?<id>[\w-]+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex("^content-length: *(?<bytes>[0-9]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lengths();
}
