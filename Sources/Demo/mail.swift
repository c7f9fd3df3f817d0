/// What the model is to read: an invoice as people send them.
let mail = """
  Subject: Fwd: Re: AW: rechnung?? INV-2026-00042

  hi, here is the invoice once more (the pdf never opens at your side, so I typed it by hand, sorry!)

  Nordlicht Hausgeräte GmbH, Speicherstadt 7, 20457 Hamburg, VAT DE811907980
  to: Ada Byron Ltd, 12 Mill Lane, Cambridge CB2 1RX, UK

  No. INV-2026-00042, written 3 Nov 2026, pay within 30 days pls

     2 x  toaster "Morgenrot", 49,90 each .......... 99,80
   1,5 h  repairing the old kettle, 60,00 an hour .. 90,00
                                      net  189,80
                                  VAT 19%   36,06
                                    total  225,86 EUR

  IBAN DE89 3704 0044 0532 0130 00, please quote the number!!
  --
  sent from my phone
  """
