namespace ReviewPortal.Web.Features.Letters;

/// <summary>The words of the pages on which many decisions are made known; the texts stand in the resource files beside this one.</summary>
public sealed class LetterBatchTexts;
