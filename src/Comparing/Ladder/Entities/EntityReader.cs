using System.Globalization;
using System.Text.RegularExpressions;
using FlowEngine.Comparing.Observations;
using FlowEngine.Text;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>Finds the facts of a reply, in Turkish and English notation.</summary>
internal static partial class EntityReader
{
    public static FoundEntities Read(string text, string language, ProductNames products)
    {
        var scan = new EntityScan(text);
        TakeLinks(scan);
        TakeEmails(scan);
        products.Take(scan);
        TakePercents(scan);
        TakeAmounts(scan);
        DateReader.Take(scan, language);
        TakePhones(scan, language);
        return new FoundEntities([.. scan.Placed.Select(placed => placed.Entity), .. PriceReader.Read(text, scan.Placed)], scan.Left);
    }

    private static void TakeLinks(EntityScan scan)
    {
        foreach (var match in ContactPatterns.Link().Matches(scan.Left).Cast<Match>())
        {
            var url = match.Value.TrimEnd('.', ',', ';', ':', '!', '?');
            scan.Take(match.Index, match.Index + url.Length, EntityKinds.Links, LinkKey.Of(url));
        }
    }

    private static void TakeEmails(EntityScan scan)
    {
        foreach (var match in EmailAddress.Pattern().Matches(scan.Left).Cast<Match>())
        {
            scan.Take(match.Index, match.Index + match.Length, EntityKinds.Emails, match.Value.ToLowerInvariant());
        }
    }

    private static void TakePhones(EntityScan scan, string language)
    {
        var left = scan.Left;
        foreach (var match in TelephoneNumber.LookAlikes(left).ToList())
        {
            scan.Take(match.Index, match.Index + match.Length, EntityKinds.Phones, ContactPatterns.PhoneKey(match.Value, language));
        }
    }

    private static void TakeAmounts(EntityScan scan)
    {
        foreach (var found in Amounts.Find(scan.Left))
        {
            if (found.Amount.Currency is { } currency)
            {
                scan.Take(found.Start, found.End, EntityKinds.Amounts, Key(found.Amount.Value, currency));
            }
        }
    }

    private static void TakePercents(EntityScan scan)
    {
        foreach (var match in Percent().Matches(scan.Left).Cast<Match>())
        {
            var number = (match.Groups["after"].Success ? match.Groups["after"] : match.Groups["before"]).Value.Replace(',', '.');
            scan.Take(match.Index, match.Index + match.Length, EntityKinds.Amounts, Key(decimal.Parse(number, CultureInfo.InvariantCulture), "%"));
        }
    }

    public static string Key(decimal amount, string currency) => $"{amount.ToString("0.######", CultureInfo.InvariantCulture)} {currency}";

    [GeneratedRegex(@"(%|\byüzde) ?(?<after>[0-9]{1,4}([.,][0-9]{1,4})?)|(?<before>[0-9]{1,4}([.,][0-9]{1,4})?) ?%", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Percent();
}
