namespace ReviewPortal.Web.Features.Review;

/// <summary>The words for choosing another key; the texts stand in the resource files beside this one.</summary>
public sealed class KeyTexts;
