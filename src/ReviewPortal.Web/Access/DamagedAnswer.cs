using Microsoft.Extensions.Localization;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Access;

/// <summary>The answer where a recording, or what was derived from it, is damaged at rest: a sentence for who asked, the particulars for the log.</summary>
internal sealed partial class DamagedAnswer(IStringLocalizer<ServingTexts> texts, ILogger<DamagedAnswer> log)
{
    /// <summary>What <paramref name="answer"/> gives, or the sentence.</summary>
    public Task<IResult> InsteadOfAsync(Guid recording, Func<Task<IResult>> answer) => InsteadOfAsync(recording, "Damaged", answer);

    /// <summary>The same for a file that a student added.</summary>
    public Task<IResult> InsteadOfFileAsync(Guid file, Func<Task<IResult>> answer) => InsteadOfAsync(file, "Damaged.File", answer);

    /// <summary>The same for a letter that was published.</summary>
    public Task<IResult> InsteadOfLetterAsync(Guid letter, Func<Task<IResult>> answer) => InsteadOfAsync(letter, "Damaged.Letter", answer);

    private async Task<IResult> InsteadOfAsync(Guid recording, string sentence, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (DamagedRecordingException damaged)
        {
            LogDamaged(log, recording, damaged);
            return Results.Problem(texts[sentence, recording], statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Recording} at rest is not what was sealed; restore it from a backup and run verify")]
    private static partial void LogDamaged(ILogger log, Guid recording, Exception damaged);
}
