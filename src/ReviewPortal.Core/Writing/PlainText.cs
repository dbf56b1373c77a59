using System.Text;

namespace ReviewPortal.Core.Writing;

/// <summary>A document as running text, for searching and checking.</summary>
public static class PlainTexts
{
    public static string PlainText(this Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder();
        foreach (var line in document.Head.Sender.Concat(document.Head.Addressee)) text.AppendLine(line);
        foreach (var fact in document.Head.Facts) text.Append(fact.Label).Append(": ").AppendLine(fact.Value);
        text.AppendLine(document.Heading);
        text.AppendLine(document.Salutation);
        if (document.Summary is { } summary)
        {
            text.AppendLine(summary.Heading);
            foreach (var answer in summary.Answers) text.Append(answer.Label).Append(' ').AppendLine(answer.Value);
        }

        foreach (var section in document.Sections)
        {
            text.AppendLine(section.Heading);
            foreach (var block in section.Blocks) text.AppendLine(Of(block));
        }

        if (document.Verification is { } verification)
        {
            text.AppendLine(verification.Heading);
            foreach (var line in verification.Lines) text.AppendLine(line);
            text.AppendLine(verification.Link?.Alternative);
        }

        return text.ToString();
    }

    private static string Of(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text,
        Quotation quotation => quotation.Text,
        BulletList list => string.Join('\n', list.Items),
        FactList list => string.Join('\n', list.Facts.Select(fact => $"{fact.Label}: {fact.Value}")),
        Table table => string.Join('\n', table.Rows.Prepend(table.Header).Select(row => string.Join(" | ", row))),
        Figure figure => string.Join('\n', figure.Caption.Prepend(figure.Alternative)),
        Signatures signatures => string.Join('\n', signatures.Lines.Select(line => $"{line.Capacity} {line.Name} {line.SignedAt}")),
        _ => throw new InvalidOperationException($"{block.GetType().Name} has no plain text"),
    };
}
